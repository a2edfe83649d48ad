import type { Page } from '#kernel';
import { auditActions, type AuditEntryView, auditSubjects } from '#programs';
import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from './program.response.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074';

/** Whoever did it. */
export class AuditActorResponse {
  @ApiProperty({ format: 'uuid', example: ID }) accountId!: string;
  @ApiProperty({ example: 'Olga Owner', description: 'Empty once the account is gone' }) name!: string;
  @ApiProperty({ enum: ROLES, example: 'owner', description: 'In which role' }) role!: string;
}

/** Somebody whom it concerns. */
export class AuditPersonResponse {
  @ApiProperty({ format: 'uuid', example: ID }) participationId!: string;
  @ApiProperty({ example: 'Ada Lovelace', description: 'Empty once they are gone' }) name!: string;
}

/** Something that somebody did. */
export class AuditEntryResponse {
  @ApiProperty({ format: 'uuid', example: ID }) id!: string;
  @ApiProperty({ type: Date, example: '2027-03-01T09:00:00.000Z' }) at!: Date;
  @ApiProperty({ type: AuditActorResponse }) actor!: AuditActorResponse;
  @ApiProperty({ enum: auditActions, example: 'profile.updated' }) action!: string;
  @ApiProperty({ enum: auditSubjects, example: 'profile' }) subjectKind!: string;
  @ApiProperty({ format: 'uuid', example: ID }) subjectId!: string;
  @ApiProperty({ type: AuditPersonResponse, nullable: true, description: 'In whose place it was done' })
  onBehalfOf!: AuditPersonResponse | null;
  @ApiProperty({
    type: [AuditPersonResponse],
    description: 'Whom it concerns; nobody where it concerns more than 20',
  })
  about!: AuditPersonResponse[];
  @ApiProperty({
    type: [String],
    example: ['headline', 'windows'],
    description: 'What changed, never to what',
  })
  fields!: string[];

  static from(view: AuditEntryView): AuditEntryResponse {
    return {
      ...view,
      actor: { ...view.actor },
      onBehalfOf: view.onBehalfOf === null ? null : { ...view.onBehalfOf },
      about: view.about.map((person) => ({ ...person })),
      fields: [...view.fields],
    };
  }
}

/** A page of entries. */
export class AuditEntriesResponse {
  @ApiProperty({ type: [AuditEntryResponse] }) items!: AuditEntryResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<AuditEntryView>): AuditEntriesResponse {
    return { items: items.map((view) => AuditEntryResponse.from(view)), nextCursor };
  }
}
