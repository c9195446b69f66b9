export interface Ready {
	editorUrl: string;
	workflowUrl: string;
	sandboxUrl: string;
	email: string;
	password: string;
	customer: string;
	sku: string;
	portOption: string;
}

/** What a newcomer needs next, in the order in which they need it. */
export function readyText({
	editorUrl,
	workflowUrl,
	sandboxUrl,
	email,
	password,
	customer,
	sku,
	portOption,
}: Ready): string {
	const post = (path: string, body: object) =>
		`curl -s ${sandboxUrl}/control/customers/${customer}/${path} -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
	return `
  Ready. Everything runs on this machine; nothing reaches Meta.

  Phone       ${sandboxUrl}   open this first: be a customer, write "menu", fill a cart, send it

  Workflow    ${workflowUrl}   what answers the customer
  Editor      ${editorUrl}
  Log in      ${email}   ${password}

  A customer without a browser, from another terminal. First write, and get the product list:

     node sandbox/customer.mjs${portOption} writes "menu"

  then order, and get a confirmation:

     node sandbox/customer.mjs${portOption} orders ${sku}=2

  The same with curl:

     ${post('texts', { body: 'menu' })}
     ${post('orders', { lines: [{ sku, quantity: 2 }] })}

  Then look at Executions in the workflow.
  Ctrl-C stops everything. The next start finds your changes again; npm start -- --fresh forgets them.
`;
}
