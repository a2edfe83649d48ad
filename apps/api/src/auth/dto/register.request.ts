import { EmailField, LocaleField, NameField, NewPasswordField, TimeZoneField } from './fields.js';

/** Who wants an account. */
export class RegisterRequest {
  @EmailField() email!: string;
  @NewPasswordField() password!: string;
  @NameField() name!: string;
  @TimeZoneField() timeZone!: string;
  @LocaleField() locale?: string;
}
