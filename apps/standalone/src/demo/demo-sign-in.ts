/** Somebody of the demo program whom one can sign in as. */
export interface DemoSignIn {
  /** What the person may do there, in a word or two: "mentor". */
  readonly role: string;
  readonly email: string;
}
