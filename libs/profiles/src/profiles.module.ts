import { AccountsModule } from '#accounts';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { ApplyImport } from './application/apply-import.js';
import { ImportPeople } from './application/import-people.js';
import { ImportQueries } from './application/import.queries.js';
import { MatchingProfiles } from './application/matching-profiles.js';
import { PreviewImport } from './application/preview-import.js';
import { MergeProgramSkill } from './application/merge-program-skill.js';
import { ProgramSkillQueries } from './application/program-skill.queries.js';
import { ProfileQueries } from './application/profile.queries.js';
import { PutProfile } from './application/put-profile.js';
import { ReadUpload } from './application/read-upload.js';
import { RequestImport } from './application/request-import.js';
import { UpsertProfiles } from './application/upsert-profiles.js';
import { ImportRepository } from './persistence/import.repository.js';
import { ProfileRepository } from './persistence/profile.repository.js';

const services = [
  ApplyImport,
  ImportQueries,
  MatchingProfiles,
  PreviewImport,
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
  providers: [...services, ImportPeople, ImportRepository, ProfileRepository, ReadUpload],
  exports: services,
})
export class ProfilesModule {}
