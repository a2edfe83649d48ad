import { AccountsModule } from '#accounts';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { AddProfileField } from './application/add-profile-field.js';
import { ApplyImport } from './application/apply-import.js';
import { AddRosterPart } from './application/add-roster-part.js';
import { BeginRoster } from './application/begin-roster.js';
import { CompareRoster } from './application/compare-roster.js';
import { FinishRoster } from './application/finish-roster.js';
import { CopyProfileFields } from './application/copy-profile-fields.js';
import { ChangeProfileField } from './application/change-profile-field.js';
import { ImportPeople } from './application/import-people.js';
import { ImportQueries } from './application/import.queries.js';
import { MatchingProfiles } from './application/matching-profiles.js';
import { MissingPeople } from './application/missing-people.js';
import { PutRoster } from './application/put-roster.js';
import { RosterQueries } from './application/roster.queries.js';
import { PreviewImport } from './application/preview-import.js';
import { MergeProgramSkill } from './application/merge-program-skill.js';
import { ProgramSkillQueries } from './application/program-skill.queries.js';
import { ProfileFields } from './application/profile-fields.js';
import { ProfileQueries } from './application/profile.queries.js';
import { PutProfile } from './application/put-profile.js';
import { ReadUpload } from './application/read-upload.js';
import { RequestImport } from './application/request-import.js';
import { UpsertProfiles } from './application/upsert-profiles.js';
import { ImportRepository } from './persistence/import.repository.js';
import { RosterRepository } from './persistence/roster.repository.js';
import { ProfileRepository } from './persistence/profile.repository.js';

const services = [
  AddRosterPart,
  BeginRoster,
  FinishRoster,
  PutRoster,
  RosterQueries,
  AddProfileField,
  ApplyImport,
  ChangeProfileField,
  CopyProfileFields,
  ImportQueries,
  MatchingProfiles,
  PreviewImport,
  ProfileFields,
  ProfileQueries,
  PutProfile,
  RequestImport,
  MergeProgramSkill,
  ProgramSkillQueries,
  UpsertProfiles,
];

/** What people offer and want in a program. */
@Module({
  imports: [AccountsModule, ProgramsModule],
  providers: [
    ...services,
    CompareRoster,
    ImportPeople,
    ImportRepository,
    MissingPeople,
    ProfileRepository,
    ReadUpload,
    RosterRepository,
  ],
  exports: services,
})
export class ProfilesModule {}
