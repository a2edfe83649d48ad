import { AccountsModule } from '#accounts';
import { Module } from '@nestjs/common';
import { AcceptInvitation } from './application/accept-invitation.js';
import { ApplyToProgram } from './application/apply-to-program.js';
import { AuditLog } from './application/audit-log.js';
import { AuditQueries } from './application/audit.queries.js';
import { CorrectAddress } from './application/correct-address.js';
import { CreateInvitationLink } from './application/create-invitation-link.js';
import { DecideApplication } from './application/decide-application.js';
import { GrantRole } from './application/grant-role.js';
import { GroupAnswers } from './application/group-answers.js';
import { InvitationQueries } from './application/invitation.queries.js';
import { InviteByEmail } from './application/invite-by-email.js';
import { RevokeInvitation } from './application/revoke-invitation.js';
import { InvitationRepository } from './persistence/invitation.repository.js';
import { ActivateParticipation } from './application/activate-participation.js';
import { ChangeParticipation } from './application/change-participation.js';
import { CopyProgram } from './application/copy-program.js';
import { CreateWave } from './application/create-wave.js';
import { PauseWave } from './application/pause-wave.js';
import { SendDueWaves } from './application/send-due-waves.js';
import { WaveQueries } from './application/wave.queries.js';
import { CreateProgram } from './application/create-program.js';
import { EnrolPeople } from './application/enrol-people.js';
import { JoinByMail } from './application/join-by-mail.js';
import { MarkSkillMerged } from './application/mark-skill-merged.js';
import { MembershipQueries } from './application/membership.queries.js';
import { PausePeople } from './application/pause-people.js';
import { ParticipationQueries } from './application/participation.queries.js';
import { PlaceParticipation } from './application/place-participation.js';
import { ProgramQueries } from './application/program.queries.js';
import { ProgramSkills } from './application/program-skills.js';
import { UpdateProgram } from './application/update-program.js';
import { ParticipationRepository } from './persistence/participation.repository.js';

const services = [
  AcceptInvitation,
  ApplyToProgram,
  AuditLog,
  AuditQueries,
  CorrectAddress,
  CreateInvitationLink,
  DecideApplication,
  GrantRole,
  GroupAnswers,
  InvitationQueries,
  InviteByEmail,
  RevokeInvitation,
  ActivateParticipation,
  ChangeParticipation,
  CopyProgram,
  CreateProgram,
  CreateWave,
  PauseWave,
  SendDueWaves,
  WaveQueries,
  EnrolPeople,
  JoinByMail,
  MarkSkillMerged,
  MembershipQueries,
  ParticipationQueries,
  PausePeople,
  PlaceParticipation,
  ProgramQueries,
  ProgramSkills,
  UpdateProgram,
];

/** Programs, and who takes part in them. */
@Module({
  imports: [AccountsModule],
  providers: [...services, InvitationRepository, ParticipationRepository],
  exports: services,
})
export class ProgramsModule {}
