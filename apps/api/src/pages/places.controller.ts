import { Public } from '#http';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { sendPage } from '../mail-actions/mail-pages.js';
import { placePage } from './start-pages.js';

/** Places that mails lead to. Each says what can be done there and how; none shows anything about anybody. */
@ApiExcludeController()
@Public()
@Controller()
export class PlacesController {
  @Get('welcome')
  welcome(@Res() response: Response): void {
    const what = 'Your skills, goals, languages and times are filled in through the API, section “profiles”.';
    sendPage(response, placePage({ title: 'Fill in your profile', what }));
  }

  @Get('mentors')
  mentors(@Res() response: Response): void {
    const what =
      'The mentors of your program, with reasons, are in the API, section “mentors”; you ask one in section “requests”.';
    sendPage(response, placePage({ title: 'Mentors of your program', what }));
  }

  @Get('requests')
  requests(@Res() response: Response): void {
    const what =
      'Where your requests stand is in the API, section “requests”; there you also answer a question or take one back.';
    sendPage(response, placePage({ title: 'Your requests', what }));
  }

  @Get('book/:mentorshipId')
  book(@Res() response: Response): void {
    const what =
      'Times that suit you both, and booking one, are in the API, section “sessions”. Opening this page books nothing.';
    sendPage(response, placePage({ title: 'Pick a time', what }));
  }

  @Get('mentorships/:mentorshipId')
  mentorship(@Res() response: Response): void {
    const what =
      'A session is moved or cancelled through the API, section “sessions”. Opening this page changes nothing.';
    sendPage(response, placePage({ title: 'Your sessions', what }));
  }

  @Get('admin/people')
  people(@Res() response: Response): void {
    const what =
      'Applications are decided through the API, section “participations”. Pairs and rounds are in “mentorships” and “cohorts”.';
    sendPage(response, placePage({ title: 'People of your program', what }));
  }
}
