import { AccountsModule } from '#accounts';
import { Module } from '@nestjs/common';
import { ActivateParticipation } from './application/activate-participation.js';
import { ChangeParticipation } from './application/change-participation.js';
import { CreateProgram } from './application/create-program.js';
import { EnrolPeople } from './application/enrol-people.js';
import { MembershipQueries } from './application/membership.queries.js';
import { ParticipationQueries } from './application/participation.queries.js';
import { ProgramQueries } from './application/program.queries.js';
import { ProgramSkills } from './application/program-skills.js';
import { UpdateProgram } from './application/update-program.js';
import { ParticipationRepository } from './persistence/participation.repository.js';

const services = [
  ActivateParticipation,
  ChangeParticipation,
  CreateProgram,
  EnrolPeople,
  MembershipQueries,
  ParticipationQueries,
  ProgramQueries,
  ProgramSkills,
  UpdateProgram,
];

/** Programs, and who takes part in them. */
@Module({
  imports: [AccountsModule],
  providers: [...services, ParticipationRepository],
  exports: services,
})
export class ProgramsModule {}
