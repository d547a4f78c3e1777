import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
}

/** Stands for a view that could not be drawn, such as when the program was built anew since the page was loaded. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="state failed" role="alert">
        <p className="state-title">This view could not be shown</p>
        <p>The program may have been brought up to date since the page was loaded.</p>
        <button type="button" onClick={() => location.reload()}>
          Load the page anew
        </button>
      </div>
    );
  }
}
