import { AccountsModule } from '#accounts';
import { Module } from '@nestjs/common';
import { PlacesController } from './places.controller.js';
import { StartController } from './start.controller.js';

/** Pages that anybody can open in a browser. */
@Module({ imports: [AccountsModule], controllers: [StartController, PlacesController] })
export class PagesModule {}
