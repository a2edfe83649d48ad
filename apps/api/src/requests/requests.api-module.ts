import { RequestsModule } from '#matching';
import { Module, type OnModuleInit } from '@nestjs/common';
import { MailActions } from '../mail-actions/mail-actions.js';
import { RequestAnswersController } from './request-answers.controller.js';
import { RequestMailActions } from './request-mail-actions.js';
import { RequestsController } from './requests.controller.js';

/** Routes of requests, and the answers from mails. */
@Module({
  imports: [RequestsModule],
  controllers: [RequestAnswersController, RequestsController],
  providers: [RequestMailActions],
})
export class RequestsApiModule implements OnModuleInit {
  constructor(
    private readonly actions: MailActions,
    private readonly answers: RequestMailActions,
  ) {}

  onModuleInit(): void {
    this.actions.register(...this.answers.all());
  }
}
