import { Module } from '@nestjs/common';
import { MembershipQueries } from './application/membership.queries.js';

/** Programs, and who takes part in them. */
@Module({ providers: [MembershipQueries], exports: [MembershipQueries] })
export class ProgramsModule {}
