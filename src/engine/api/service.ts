import { apiRecords } from '../cloudtrail/apiRecords.ts';
import { recorded } from '../cloudtrail/recorded.ts';
import type { Service } from '../service.ts';
import { playApiCall } from './call.ts';

/** Any call to any service. */
export const API_SERVICE: Service = { plays: { call: recorded(playApiCall, apiRecords) } };
