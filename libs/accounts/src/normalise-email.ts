/** The one form in which an address is stored and compared: without surrounding space, composed, in lower case. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
