import { HttpConfig } from '#config';
import { ProfilesModule } from '#profiles';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { memoryStorage } from 'multer';
import { ImportsController } from './imports.controller.js';
import { RosterDifferencesController } from './roster-differences.controller.js';
import { RosterController } from './roster.controller.js';

/** Routes of imports; files are held in memory up to the operator's limit. */
@Module({
  imports: [
    ProfilesModule,
    MulterModule.registerAsync({
      inject: [HttpConfig],
      useFactory: (config: HttpConfig) => ({
        storage: memoryStorage(),
        limits: { fileSize: config.uploadLimitKb * 1024, files: 1, fields: 10, fieldSize: 64 * 1024 },
      }),
    }),
  ],
  controllers: [ImportsController, RosterDifferencesController, RosterController],
})
export class ImportsApiModule {}
