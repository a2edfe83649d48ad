import { InstantField } from '../../dto/fields.js';
import { AgreedZoneField, LengthField, LocationField } from './fields.js';

/** What is to change; what is missing stays. */
export class MoveSessionRequest {
  @InstantField({ optional: true, description: 'The new start, on a full minute' }) startsAt?: Date;
  @LengthField() lengthMinutes?: number;
  @AgreedZoneField() timeZone?: string;
  @LocationField() location?: string;
}
