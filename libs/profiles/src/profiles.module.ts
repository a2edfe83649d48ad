import { AccountsModule } from '#accounts';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { MatchingProfiles } from './application/matching-profiles.js';
import { ProfileQueries } from './application/profile.queries.js';
import { PutProfile } from './application/put-profile.js';
import { UpsertProfiles } from './application/upsert-profiles.js';
import { ProfileRepository } from './persistence/profile.repository.js';

const services = [MatchingProfiles, ProfileQueries, PutProfile, UpsertProfiles];

/** What people offer and want in a program. */
@Module({
  imports: [AccountsModule, ProgramsModule],
  providers: [...services, ProfileRepository],
  exports: services,
})
export class ProfilesModule {}
