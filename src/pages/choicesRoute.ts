/** Choices in the parameters of a link: each by its own name, and only where it is not the first one. */

type Options = Readonly<Record<string, readonly string[]>>;
type Chosen<All extends Options> = { readonly [Name in keyof All]: All[Name][number] };

const UNKNOWN = 'The link asks for a choice that does not exist; the first one stands.';

/** Reads every choice; what is no option of it is said, and the first stands. */
export function readChoices<All extends Options>(
  options: All,
  first: Chosen<All>,
  parameters: URLSearchParams,
  notices: string[],
): Chosen<All> {
  const chosen = Object.entries(options).map(([name, each]) => {
    const asked = parameters.get(name);
    const isKnown = asked !== null && each.includes(asked);
    if (asked !== null && !isKnown) notices.push(UNKNOWN);
    return [name, isKnown ? asked : first[name]];
  });
  // Each choice is one of its own options.
  return Object.fromEntries(chosen) as Chosen<All>;
}

/** Adds the choices that are not the first. */
export function addChoices<All extends Options>(
  parameters: URLSearchParams,
  first: Chosen<All>,
  chosen: Chosen<All>,
): void {
  for (const [name, value] of Object.entries<string>(chosen)) {
    if (value === first[name]) continue;
    parameters.set('v', '1');
    parameters.set(name, value);
  }
}
