/** Somebody of the demo program whom one can sign in as. */
export interface DemoSignIn {
  /** What the person may do there, in a word or two: "program admin". */
  readonly role: string;
  readonly email: string;
}

/** The three people to try Rapport as. */
export const DEMO_SIGN_INS = {
  admin: { role: 'program admin', email: 'admin@example.org' },
  mentor: { role: 'mentor', email: 'mentor@example.org' },
  mentee: { role: 'mentee', email: 'mentee@example.org' },
} as const satisfies Record<string, DemoSignIn>;
