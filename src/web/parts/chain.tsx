import { Fragment } from "react";

interface Hand {
  readonly name: string;
  readonly as: string;
  readonly via: string | null;
}

/** The hands words came through, outermost first: newspaper → agency → press service → speaker. */
export function Chain({ hands }: { readonly hands: readonly Hand[] }) {
  return (
    <ol className="chain">
      {hands.map(({ name, as, via }, i) => (
        <Fragment key={`${name} ${as}`}>
          <li className={i === hands.length - 1 ? "last" : ""}>
            <b>{name}</b> <span className="note">{via === null ? as : `${as}, ${via}`}</span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
