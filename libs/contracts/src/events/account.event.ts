/** Events about an account; a `tokenId` is of a link by mail, the link itself is made while rendering. */
export interface AccountEvents {
  'account.verification-requested.v1': { accountId: string; tokenId: string };
  'account.password-reset-requested.v1': { accountId: string; tokenId: string };
  'account.sign-in-link-requested.v1': { accountId: string; tokenId: string };
  'account.password-changed.v1': { accountId: string };
}
