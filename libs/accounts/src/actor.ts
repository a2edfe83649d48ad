/** Whoever is asking: somebody signed in. */
export interface Actor {
  readonly accountId: string;
  /** The signed-in device (family of refresh tokens). */
  readonly deviceId: string;
}
