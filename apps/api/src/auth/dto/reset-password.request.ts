import { LinkTokenField, NewPasswordField } from './fields.js';

/** A link that was mailed, and the password that is to be set. */
export class ResetPasswordRequest {
  @LinkTokenField() token!: string;
  @NewPasswordField() password!: string;
}
