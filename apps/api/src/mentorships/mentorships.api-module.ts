import { MentorshipsModule } from '#mentorships';
import { Module } from '@nestjs/common';
import { MentorshipController } from './mentorship.controller.js';

/** Routes of mentorships. */
@Module({ imports: [MentorshipsModule], controllers: [MentorshipController] })
export class MentorshipsApiModule {}
