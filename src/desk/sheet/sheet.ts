/** A page of a desk, apart from how it is set: the same in text, Markdown and HTML. */
export interface Sheet {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
  readonly foot: readonly string[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
  /** What is said where there are no items; left out, the section is. */
  readonly empty?: string | undefined;
}

/** A line with further lines below it. */
export interface Item {
  /** Stands apart on the left: a day. */
  readonly mark: string;
  readonly head: string;
  readonly details: readonly string[];
  /** What it can be looked up by. */
  readonly id: string;
}
