import type { Page } from '#kernel';
import { deliveryMachine, mailingMachine } from '#lifecycle';
import {
  type MailingPreview,
  type MailingSample,
  type MailingStep,
  type MailingView,
  type Segment,
  SEGMENT_CONDITIONS,
  SEGMENT_STATES,
} from '#notifications';
import { ApiProperty } from '@nestjs/swagger';
import { MailPersonResponse } from './mail-text.response.js';

const AT = '2027-03-01T09:00:00.000Z';

/** Whom a mailing goes to. */
export class SegmentResponse {
  @ApiProperty({ enum: ['participants', 'invited'], example: 'participants' }) audience!: string;
  @ApiProperty({ enum: ['mentee', 'mentor'], nullable: true, example: 'mentee' }) role!: string | null;
  @ApiProperty({ enum: [...SEGMENT_STATES], isArray: true, example: ['approved', 'active'] })
  states!: string[];
  @ApiProperty({ enum: [...SEGMENT_CONDITIONS], example: 'not-ready' }) condition!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) cohortId!: string | null;

  static from({ audience, role, states, condition, cohortId }: Segment): SegmentResponse {
    return { audience, role, states: [...states], condition, cohortId };
  }
}

/** A button. */
export class MailingButtonResponse {
  @ApiProperty({ example: 'Fill in your profile' }) label!: string;
  @ApiProperty({ example: 'profile' }) page!: string;
}

/** One mail of a series. */
export class MailingStepResponse {
  @ApiProperty({ example: 0 }) afterDays!: number;
  @ApiProperty({ example: 'Your profile is nearly there, {{recipient_name}}' }) subject!: string;
  @ApiProperty({ example: 'Dear {{recipient_name}},' }) text!: string;
  @ApiProperty({ type: MailingButtonResponse, nullable: true }) button!: MailingButtonResponse | null;

  static from({ afterDays, subject, text, button }: MailingStep): MailingStepResponse {
    const shown = button === null ? null : { label: button.label, page: button.page };
    return { afterDays, subject, text, button: shown };
  }
}

/** How many mails of a step are in a state. */
export class MailingCountResponse {
  @ApiProperty({ example: 1, description: 'Which mail of the series, from 1' }) mail!: number;
  @ApiProperty({ enum: [...deliveryMachine.states], example: 'sent' }) state!: string;
  @ApiProperty({ example: 120 }) count!: number;
}

/** A mail, or a series, to many. */
export class MailingResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073' }) id!: string;
  @ApiProperty({ example: 'Profiles before the spring round' }) name!: string;
  @ApiProperty({ enum: [...mailingMachine.states], example: 'draft' }) state!: string;
  @ApiProperty({ type: SegmentResponse }) segment!: SegmentResponse;
  @ApiProperty({ type: [MailingStepResponse] }) steps!: MailingStepResponse[];
  @ApiProperty({ type: Date, nullable: true, example: AT }) sendAt!: Date | null;
  @ApiProperty({ type: Date, example: AT }) createdAt!: Date;
  @ApiProperty({ type: Date, nullable: true, example: null }) finishedAt!: Date | null;
  @ApiProperty({
    type: [MailingCountResponse],
    description: 'What has become of its mails; zeros are left out',
  })
  counts!: MailingCountResponse[];
  @ApiProperty({ example: 1 }) version!: number;

  static from(view: MailingView): MailingResponse {
    const { id, name, state, sendAt, createdAt, finishedAt, version } = view;
    return {
      id,
      name,
      state,
      segment: SegmentResponse.from(view.segment),
      steps: view.steps.map((step) => MailingStepResponse.from(step)),
      sendAt,
      createdAt,
      finishedAt,
      counts: view.counts.map(({ step, state: of, count }) => ({ mail: step + 1, state: of, count })),
      version,
    };
  }
}

/** A page of mailings. */
export class MailingsResponse {
  @ApiProperty({ type: [MailingResponse] }) items!: MailingResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<MailingView>): MailingsResponse {
    return { items: items.map((view) => MailingResponse.from(view)), nextCursor };
  }
}

/** A mail as one person would get it; its links work for nobody. */
export class MailingSampleResponse {
  @ApiProperty({ type: MailPersonResponse }) to!: MailPersonResponse;
  @ApiProperty({ example: 'Your profile is nearly there, Ana Lima' }) subject!: string;
  @ApiProperty({ example: 'Dear Ana Lima,' }) text!: string;
  @ApiProperty({ example: '<!doctype html>…' }) html!: string;

  static from({ to, subject, text, html }: MailingSample): MailingSampleResponse {
    return { to: { name: to.name, email: to.address }, subject, text, html };
  }
}

/** Whom a mailing would reach now. */
export class MailingPreviewResponse {
  @ApiProperty({ example: 240, description: 'Those who did not unsubscribe' }) recipients!: number;
  @ApiProperty({ example: 2, description: 'Those of them whose address a mail server refused for good' })
  suppressed!: number;
  @ApiProperty({ type: [MailingSampleResponse], description: 'Up to five' })
  samples!: MailingSampleResponse[];

  static from({ recipients, suppressed, samples }: MailingPreview): MailingPreviewResponse {
    return { recipients, suppressed, samples: samples.map((one) => MailingSampleResponse.from(one)) };
  }
}
