import { ProfilesModule } from '#profiles';
import { Module } from '@nestjs/common';
import { ProgramSkillsController } from './program-skills.controller.js';
import { SkillsController } from './skills.controller.js';

/** Routes of skills. */
@Module({ imports: [ProfilesModule], controllers: [SkillsController, ProgramSkillsController] })
export class SkillsApiModule {}
