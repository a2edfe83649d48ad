import { InstantField } from '../../dto/fields.js';
import { AgreedZoneField, LengthField, LocationField } from './fields.js';

/** A session that is to be booked. */
export class BookSessionRequest {
  @InstantField({ description: 'When it starts, on a full minute' }) startsAt!: Date;
  @LengthField() lengthMinutes?: number;
  @AgreedZoneField() timeZone?: string;
  @LocationField() location?: string;
}
