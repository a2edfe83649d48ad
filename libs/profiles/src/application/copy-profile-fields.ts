import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { ProfileFieldEntity } from '../persistence/profile-field.entity.js';
import { ProfileFields } from './profile-fields.js';

/** Gives a new program the fields of another one, without what people put in. */
@Injectable()
export class CopyProfileFields {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly fields: ProfileFields,
  ) {}

  async execute(of: { readonly from: string; readonly to: string }): Promise<void> {
    const fields = await this.fields.list(of.from);
    for (const { key, label, kind, options, askedOf, required, visibleTo, position, scale } of fields)
      await this.db.repository(ProfileFieldEntity).insert({
        ...{ key, label, kind, askedOf, required, visibleTo, position, scale },
        options: [...options],
        id: this.ids.next(),
        programId: of.to,
        createdAt: this.clock.now(),
      });
  }
}
