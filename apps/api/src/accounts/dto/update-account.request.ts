import { LocaleField, NameField, TimeZoneField } from '../../auth/dto/fields.js';

/** What is to change; what is missing stays. */
export class UpdateAccountRequest {
  @NameField(false) name?: string;
  @TimeZoneField(false) timeZone?: string;
  @LocaleField() locale?: string;
}
