import type { FullProfileView, MissingPart, ProfileRole } from './application/profile.view.js';

/** What somebody should still do before a round of matching, the most important first; empty when all is there. */
export function missingParts(
  role: ProfileRole,
  profile: FullProfileView | null,
  privacyConfirmed: boolean,
): MissingPart[] {
  const missing: MissingPart[] = [];
  const need = (part: MissingPart['part'], lacking: boolean, message: string): void => {
    if (lacking) missing.push({ part, message });
  };
  need('privacy', !privacyConfirmed, 'Read and confirm the privacy notice; until then nobody sees you.');
  if (profile === null) {
    need('profile', true, 'Fill in your profile.');
    return missing;
  }
  const mentor = role === 'mentor';
  need(
    'skills',
    profile.skills.length === 0,
    mentor ? 'Say which skills you offer.' : 'Say which skills you want to learn.',
  );
  need(
    'goals',
    profile.goals.length === 0,
    mentor ? 'Choose the goals you can help with.' : 'Choose what you want to reach.',
  );
  need(
    'goalStatement',
    !mentor && profile.goalStatement.trim() === '',
    'Write in your words what should change.',
  );
  need('languages', profile.languages.length === 0, 'Name the languages you speak.');
  need('windows', profile.windows.length === 0, 'Mark the times that usually suit you.');
  return missing;
}
