import type { Taxonomy } from '#skills';
import { toSkillViews } from '../persistence/profile.mapper.js';
import type { MentorFacts } from './matching-profiles.js';
import type { ListedProfileView } from './profile.view.js';

/** What a list shows of a mentor whose facts are at hand: the same as their profile says. */
export function listedMentor({ mentor, headline }: MentorFacts, taxonomy: Taxonomy): ListedProfileView {
  const skills = mentor.skills.map(({ skillId, level }) => ({ skill_id: skillId, level, priority: null }));
  return {
    participationId: mentor.id,
    name: mentor.name ?? '',
    headline,
    country: mentor.attributes['country'] ?? null,
    city: mentor.city ?? null,
    organisation: mentor.organisation,
    yearsExperience: mentor.yearsExperience,
    languages: mentor.languages,
    skills: toSkillViews(skills, 'mentor', taxonomy),
    goals: mentor.goals,
    timeZone: mentor.timeZone,
    format: mentor.format ?? 'either',
  };
}
