import type { ProfileFieldView } from '#profiles';
import { FIELD_KINDS } from '#scoring';
import { ApiProperty } from '@nestjs/swagger';

/** A field that a program adds to its profiles. */
export class ProfileFieldResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' }) id!: string;
  @ApiProperty({ example: 'focus-area', description: 'Rules name it `field:focus-area`' }) key!: string;
  @ApiProperty({ example: 'Focus area' }) label!: string;
  @ApiProperty({ enum: [...FIELD_KINDS], example: 'multi-choice' }) kind!: string;
  @ApiProperty({ type: [String], example: ['Research', 'Teaching', 'Industry'] }) options!: readonly string[];
  @ApiProperty({ enum: ['mentee', 'mentor', 'both'], example: 'both' }) askedOf!: string;
  @ApiProperty({ example: false }) required!: boolean;
  @ApiProperty({ enum: ['everybody', 'admins'], example: 'everybody' }) visibleTo!: string;
  @ApiProperty({ example: 3 }) position!: number;
  @ApiProperty({ type: 'integer', nullable: true, example: null }) scale!: number | null;
  @ApiProperty({ description: 'Also the ETag', example: 1 }) version!: number;

  static from(view: ProfileFieldView): ProfileFieldResponse {
    return { ...view };
  }
}

/** The fields of a program, in the order of forms. */
export class ProfileFieldsResponse {
  @ApiProperty({ type: [ProfileFieldResponse] }) items!: readonly ProfileFieldResponse[];

  static from(items: readonly ProfileFieldView[]): ProfileFieldsResponse {
    return { items: items.map((view) => ProfileFieldResponse.from(view)) };
  }
}
