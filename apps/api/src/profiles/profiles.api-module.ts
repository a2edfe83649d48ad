import { ProfilesModule } from '#profiles';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { MyPartsController } from './my-parts.controller.js';
import { ProfilesController } from './profiles.controller.js';

/** Routes of profiles. */
@Module({ imports: [ProgramsModule, ProfilesModule], controllers: [MyPartsController, ProfilesController] })
export class ProfilesApiModule {}
