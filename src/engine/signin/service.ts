import type { Service } from '../service.ts';
import { playConsoleLogin, playGetSigninToken } from './play.ts';

/** The federation endpoint of the console. */
export const SIGNIN_SERVICE: Service = {
  plays: { 'signin:getSigninToken': playGetSigninToken, 'signin:login': playConsoleLogin },
};
