import { EmailField, PasswordField } from './fields.js';

/** Who signs in. */
export class SignInRequest {
  @EmailField() email!: string;
  @PasswordField() password!: string;
}
