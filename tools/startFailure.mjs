/** Something the user can mend: its message is shown as it is, without a stack trace. */
export class StartFailure extends Error {}
