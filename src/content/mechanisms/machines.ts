import type { Fact } from '../calls/facts.ts';
import { FOLLOWS, cellsOf } from './cell.ts';
import type { Row } from './cell.ts';

/** The mechanisms for machines that another service of AWS looks after. */

const THREE_VALUES = 'A session has a third value, the token. This software has no place for it.';

const HYBRID: Fact = { source: 'ssm.create-activation', basis: 'documented' };
const hybrid = cellsOf(HYBRID);

export const HYBRID_ROW: Row = {
  ...HYBRID,
  is: 'A code and an id register a machine, so that Systems Manager can look after it.',
  first: 'stays',
  columns: {
    who: {
      server: hybrid.stays('It is made for servers outside AWS.'),
      device: hybrid.works('A device can be registered where the agent runs on it.', FOLLOWS),
      inside: hybrid.out('Inside AWS a role is enough. No activation is needed.', FOLLOWS),
      else: hybrid.out('It registers machines: neither people nor jobs.', FOLLOWS),
    },
    holds: {
      nothing: hybrid.stays('The activation’s code and id are all it asks for.'),
      else: hybrid.works('It asks for none of this: a code and an id are enough.'),
    },
    needs: {
      managed: hybrid.stays('Patches, inventory and shells come with it.'),
      else: hybrid.out(
        'It lets Systems Manager look after the machine. The calls of programs are not its business.',
        FOLLOWS,
      ),
    },
    says: {
      'hidden-issuer': hybrid.stays('It has no issuer.', FOLLOWS),
      'two-values': hybrid.out('Its credentials are for its own agent.', FOLLOWS),
      else: hybrid.out('It registers machines: neither people nor things.', FOLLOWS),
    },
  },
};

const THING: Fact = { source: 'iot.direct-calls', basis: 'documented' };
const thing = cellsOf(THING);

export const IOT_ROW: Row = {
  ...THING,
  is: 'A thing shows its registered certificate over mutual TLS and gets the role of an alias.',
  first: 'stays',
  columns: {
    who: {
      device: thing.stays('It is made for devices that are things of AWS IoT.'),
      server: thing.works('A server would have to become a thing of AWS IoT.', FOLLOWS),
      else: thing.out('It gives credentials to things of AWS IoT only.'),
    },
    holds: {
      thing: thing.stays('The registered certificate is what the provider asks for.'),
      certificate: thing.works('Each certificate must be registered in AWS IoT first.'),
      nothing: thing.works('It must become a thing and get a certificate first.'),
      else: thing.out('It takes a registered certificate, and here is none.'),
    },
    needs: {
      api: thing.stays('A role alias names the role, and its session signs the calls.'),
      else: thing.out('It gives credentials for calls, and nothing else.', FOLLOWS),
    },
    says: {
      'thing-name': thing.stays('Policies can use the name of the thing as a variable.'),
      'hidden-issuer': thing.stays('It has no issuer: each certificate is registered.', FOLLOWS),
      'two-values': thing.out(THREE_VALUES, FOLLOWS),
      else: thing.out('It knows things, and no people.', FOLLOWS),
    },
  },
};
