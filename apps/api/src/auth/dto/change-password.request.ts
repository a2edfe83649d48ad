import { NewPasswordField, PasswordField } from './fields.js';

/** The present password and the next one. */
export class ChangePasswordRequest {
  @PasswordField() currentPassword!: string;
  @NewPasswordField() newPassword!: string;
}
