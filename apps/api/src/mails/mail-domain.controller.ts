import { Roles } from '#http';
import { CheckMailDomain } from '#mail';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { MailDomainResponse } from './dto/mail-domain.response.js';

/** Whether mails of a program reach inboxes. */
@ApiTags('mailings')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner')
@Controller('v1/programs/:programId/mail-domain-check')
export class MailDomainController {
  constructor(private readonly checkDomain: CheckMailDomain) {}

  @Get()
  @ApiOperation({ summary: 'SPF, DKIM and DMARC of the domain that mails come from, and what to publish' })
  @ApiOkResponse({ type: MailDomainResponse })
  async check(): Promise<MailDomainResponse> {
    return MailDomainResponse.from(await this.checkDomain.execute());
  }
}
