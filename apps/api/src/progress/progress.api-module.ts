import { Module } from '@nestjs/common';
import { AccessModule } from '../auth/access.module.js';
import { FollowerRights } from './follower-rights.js';
import { ProgressController } from './progress.controller.js';
import { ProgressQueries } from './progress.queries.js';
import { ProgressStreams } from './progress-streams.js';

/** Routes that tell what is under way. */
@Module({
  imports: [AccessModule],
  controllers: [ProgressController],
  providers: [FollowerRights, ProgressQueries, ProgressStreams],
})
export class ProgressApiModule {}
