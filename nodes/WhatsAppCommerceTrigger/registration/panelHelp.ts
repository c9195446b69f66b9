/** What listening for a test event does to the callback URLs at Meta, before it happens. */
const WHILE_LISTENING =
	'For as long as you listen (2 minutes at most) the test URL stands at Meta, and what stood there before is put back afterwards:' +
	'<ul><li><b>App</b>: everything that the Meta app gets comes to the test.</li>' +
	'<li><b>Business Account</b>: only messages to numbers of this account come to the test; the URL of the app stays.</li>' +
	'<li><b>Phone Number</b>: only messages to this number come to the test; the URLs of app and account stay.</li>' +
	'<li><b>Manual</b>: nothing changes at Meta, so a test event arrives only if you paste the test URL there.</li></ul>';

/** The texts of the trigger's panel. n8n shows the first until the workflow is published. */
export const panelHelp = {
	inactive: `<b>While you build</b>, listen for a test event with the button above, then send a cart from your phone (or from the sandbox). ${WHILE_LISTENING}If another URL stands in that place, nothing is changed: you are told whose it is, and choose.<br><br><b>When you are ready</b>, publish the workflow. Orders then arrive on the production URL.`,
	active: `<b>This workflow is live</b>: orders run it, and you find them under Executions. Listening for a test event would divert real orders from it, so that is refused unless you turn on "Replace Another Callback URL". To test beside the live workflow, choose another phone number. ${WHILE_LISTENING}`,
};
