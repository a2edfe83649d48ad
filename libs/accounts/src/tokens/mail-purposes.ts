/** Purposes of the links that prove who reads the mail; features name their own as `<area>.<verb>`. */
export const mailPurposes = {
  verifyEmail: 'verify-email',
  resetPassword: 'reset-password',
  signIn: 'sign-in',
} as const;

/** How long such a link works, in minutes. */
export const mailLinkMinutes = { verifyEmail: 3 * 24 * 60, resetPassword: 60, signIn: 15 } as const;
