import { partOf } from '../integers.js';
import { FIELD_PREFIX } from '../pair-rules/pair-rule.js';
import type { FieldSpec } from '../pair-rules/subjects.js';
import { hundredthsOf, valuesOf } from '../pair-rules/values.js';
import type { MenteeProfile, MentorProfile } from '../profile.js';
import { listed } from '../words.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';
import { toBoth } from './feature-scorer.js';

/** Points for so many values in common of so many that either has: all for one choice that is the same. */
export const sharedPoints = (outOf: number, shared: number, all: number): number =>
  partOf(outOf, shared, all);

/** Points for numbers, in hundredths, that are so far apart: none from the scale on. */
export function closenessPoints(outOf: number, apart: number, scale: number): number {
  return partOf(outOf, 100 * scale - apart, 100 * scale);
}

/** What a field of the program adds to a score. Whoever left it out gets nothing for it. */
export function fieldFeature(spec: FieldSpec): FeatureScorer {
  const of = `${FIELD_PREFIX}${spec.key}` as const;
  return {
    feature: of,
    audience: spec.isPrivate ? 'admin' : 'pair',
    points: ({ mentee, mentor }, outOf) => {
      if (spec.kind === 'number') {
        const apart = distance(of, mentee, mentor);
        return apart === null ? 0 : closenessPoints(outOf, apart, spec.scale ?? 1);
      }
      const own = valuesOf(mentee, of);
      const theirs = valuesOf(mentor, of);
      const shared = own.filter((value) => theirs.includes(value)).length;
      return sharedPoints(outOf, shared, own.length + theirs.length - shared);
    },
    reason: ({ mentee, mentor }) => reasonOf(spec, of, mentee, mentor),
  };
}

function distance(of: string, mentee: MenteeProfile, mentor: MentorProfile): number | null {
  const own = hundredthsOf(mentee, of);
  const theirs = hundredthsOf(mentor, of);
  return own === null || theirs === null ? null : Math.abs(own - theirs);
}

function reasonOf(spec: FieldSpec, of: string, mentee: MenteeProfile, mentor: MentorProfile): Reason {
  const about = `“${spec.label}”`;
  const own = valuesOf(mentee, of);
  const theirs = valuesOf(mentor, of);
  if (own.length === 0 || theirs.length === 0) return toBoth(`${about} was not given by both`);
  if (spec.kind === 'number') {
    const apart = distance(of, mentee, mentor) ?? 0;
    return toBoth(
      apart === 0 ? `has the same ${about} as you` : `is ${apart / 100} apart from you in ${about}`,
    );
  }
  const shared = spec.options.filter((option) => {
    const value = option.trim().toLowerCase();
    return own.includes(value) && theirs.includes(value);
  });
  return toBoth(
    shared.length === 0
      ? `has nothing in common with you in ${about}`
      : `shares ${listed(shared)} in ${about}`,
  );
}
