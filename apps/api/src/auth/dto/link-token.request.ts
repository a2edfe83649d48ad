import { LinkTokenField } from './fields.js';

/** A link that was mailed. */
export class LinkTokenRequest {
  @LinkTokenField() token!: string;
}
