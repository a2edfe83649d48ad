import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '#kernel';
import type { AssignmentResult, Certificate } from './result.js';

type WithoutDigest<C> = C extends Certificate ? Omit<C, 'digest'> : never;

/** A result whose certificate has no digest yet, or one that no longer fits. */
export interface Unsealed<C extends Certificate = Certificate> extends Omit<AssignmentResult, 'certificate'> {
  readonly certificate: WithoutDigest<C>;
}

/** Adds the digest to the certificate of a finished result. */
export function seal<C extends Certificate>(
  result: Unsealed<C>,
): AssignmentResult & { readonly certificate: C } {
  const certificate = { ...result.certificate, digest: digestOf(result) } as unknown as C;
  return { ...result, certificate };
}

/**
 * SHA-256 (hex) over everything that a result says, its proof included: prices may be changed in ways that prove the same
 * once more, and nobody should have to wonder whether these are the ones that the run found.
 */
export function digestOf(result: Unsealed): string {
  const { objective, order, seed, pairs, unmatchedMentees, unmatchedMentors, value, certificate } = result;
  const proof = Object.fromEntries(Object.entries(certificate).filter(([key]) => key !== 'digest'));
  const content = [
    ...['result/1', objective, order, seed, value.pairs, value.total],
    pairs.map(({ menteeId, mentorId, score, locked }) => [menteeId, mentorId, score, locked]),
    unmatchedMentees.map(({ id, missing }) => [id, missing]),
    unmatchedMentors.map(({ id, free }) => [id, free]),
    canonicalJson(proof),
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}
