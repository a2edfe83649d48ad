import { PageQuery } from '#http';
import { type AuditAction, auditActions, type AuditSubject, auditSubjects } from '#programs';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { ChoiceField, InstantField } from '../../dto/fields.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074';

const OptionalId = (what: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', example: ID, description: what }),
    IsOptional(),
    IsUUID('all', { message: 'Give an id.' }),
  );

/** Which entries to list. */
export class AuditQuery extends PageQuery {
  @OptionalId('Account of whoever did it')
  actorId?: string;

  @ChoiceField(auditActions, { optional: true, example: 'cohort.updated' })
  action?: AuditAction;

  @ChoiceField(auditSubjects, { optional: true, example: 'cohort' })
  subjectKind?: AuditSubject;

  @OptionalId('The thing that it was done to')
  subjectId?: string;

  @OptionalId('Somebody whom it concerns')
  participationId?: string;

  @InstantField({ optional: true, description: 'Done at this moment or later' })
  from?: Date;

  @InstantField({
    optional: true,
    example: '2027-04-01T00:00:00.000Z',
    description: 'Done before this moment',
  })
  to?: Date;
}
