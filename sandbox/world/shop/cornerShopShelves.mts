interface Shelf {
	category: string;
	brand: string;
	/** SKU, name, price in cents, description. */
	products: Array<[sku: string, name: string, priceMinor: number, description: string]>;
}

/**
 * What the Corner Shop sells. Two SKUs are awkward on purpose (slash, space, plus, an accent): merchants have ids like these,
 * and a client that forgets to encode them must fail here and not in production. The mugs are variants of one name: cornerShop.mts has
 * what sets them apart.
 */
export const SHELVES: Shelf[] = [
	{
		category: 'Bakery',
		brand: 'Sandbox Bakery',
		products: [
			['BAK-SOURDOUGH', 'Sourdough Loaf', 680, 'Two days of patience, one crisp crust. 750 g.'],
			['BAK-RYE', 'Dark Rye Loaf', 620, 'Dense, malty, keeps for a week. 800 g.'],
			['BAK-BAGUETTE', 'Baguette', 320, 'Baked at six, gone by ten.'],
			['BAK-CROISSANT', 'Butter Croissant', 290, 'Twenty-seven layers of butter.'],
			['BAK-PAIN-CHOC', 'Pain au Chocolat', 340, 'Two bars of dark chocolate inside.'],
			['BAK-CINNAMON', 'Cinnamon Bun', 380, 'With cardamom, as it should be.'],
			['BAK-BAGEL', 'Sesame Bagel', 180, 'Boiled, then baked.'],
			['BAK-FOCACCIA', 'Rosemary Focaccia', 550, 'Olive oil, rosemary, sea salt.'],
			['BAK-BRIOCHE', 'Brioche Rolls, 4 pieces', 590, 'Soft and slightly sweet.'],
			['BAK-CAKE-CARROT', 'Carrot Cake', 2400, 'Serves eight. Cream cheese frosting.'],
		],
	},
	{
		category: 'Fruit & Vegetables',
		brand: 'Green Lane Farm',
		products: [
			['FRU-APPLE', 'Apples, 1 kg', 420, 'Crisp and a little sour.'],
			['FRU-BANANA', 'Bananas, 1 kg', 230, 'Fair trade.'],
			['FRU-LEMON', 'Lemons, 4 pieces', 280, 'Unwaxed.'],
			['FRU-STRAWBERRY', 'Strawberries, 500 g', 550, 'Only when they taste of something.'],
			['FRU-AVOCADO', 'Avocado', 190, 'Ready tomorrow.'],
			['VEG-TOMATO', 'Vine Tomatoes, 500 g', 360, 'Still on the vine.'],
			['VEG-CARROT', 'Carrots, 1 kg', 210, 'With their greens.'],
			['VEG-POTATO', 'Potatoes, 2 kg', 390, 'Waxy, for salad and pan.'],
			['VEG-SPINACH', 'Baby Spinach, 200 g', 330, 'Washed.'],
			['VEG-JALAPENO', 'Jalapeño Peppers, 150 g', 270, 'Hot, not cruel.'],
		],
	},
	{
		category: 'Dairy & Eggs',
		brand: 'Hill Dairy',
		products: [
			['DAI-MILK', 'Whole Milk, 1 l', 190, 'From the hill, in a bottle with deposit.'],
			['DAI-BUTTER', 'Salted Butter, 250 g', 480, 'Churned, with sea salt.'],
			['DAI-YOGHURT', 'Plain Yoghurt, 500 g', 340, 'Nothing in it but milk.'],
			['DAI-CHEDDAR', 'Mature Cheddar, 200 g', 620, 'Fourteen months old.'],
			['DAI-GRUYERE', 'Gruyère, 200 g', 790, 'For toast and fondue.'],
			['DAI-CREAM', 'Crème Fraîche, 200 g', 290, 'Thick enough to stand a spoon in.'],
			['DAI-EGGS-6', 'Eggs, 6 pieces', 350, 'Free range.'],
			['DAI-EGGS-12', 'Eggs, 12 pieces', 650, 'Free range.'],
		],
	},
	{
		category: 'Coffee & Tea',
		brand: 'Harbour Roasters',
		products: [
			['COF-HOUSE', 'House Blend Beans, 250 g', 1150, 'Chocolate, nuts, no surprises.'],
			['COF-ESPRESSO', 'Espresso Beans, 250 g', 1250, 'Dark, oily, loud.'],
			['COF-ETHIOPIA', 'Ethiopia Single Origin, 250 g', 1590, 'Jasmine and bergamot.'],
			['CAFÉ-DECAF', 'Café Décaféiné, 250 g', 1290, 'Mountain water process.'],
			['COF-FILTERS', 'Paper Filters No. 4, 100 pieces', 390, 'Unbleached.'],
			['TEA/EG 50+5', 'Earl Grey, 50 + 5 bags', 720, 'Five bags on the house.'],
			['TEA-GREEN', 'Sencha, 100 g', 890, 'First flush.'],
			['TEA-MINT', 'Peppermint Tea, 25 bags', 450, 'Caffeine free.'],
		],
	},
	{
		category: 'Pantry',
		brand: 'Corner Shop',
		products: [
			['PAN-PASTA', 'Spaghetti, 500 g', 240, 'Bronze cut.'],
			['PAN-RICE', 'Basmati Rice, 1 kg', 460, 'Aged for a year.'],
			['PAN-OLIVE-OIL', 'Olive Oil, 500 ml', 1390, 'Early harvest, peppery.'],
			['PAN-VINEGAR', 'Apple Vinegar, 500 ml', 420, 'Unfiltered.'],
			['PAN-FLOUR', 'Bread Flour, 1 kg', 310, 'Strong white.'],
			['PAN-HONEY', 'Wildflower Honey, 500 g', 980, 'From hives two streets away.'],
			['PAN-JAM', 'Apricot Jam, 340 g', 560, 'Two parts fruit, one part sugar.'],
			['PAN-PEANUT', 'Peanut Butter, 350 g', 490, 'Crunchy.'],
			['PAN-BEANS', 'White Beans, 400 g', 180, 'In their own water.'],
			['PAN-SAFFRON', 'Saffron, 1 g', 1250, 'Threads, not powder.'],
		],
	},
	{
		category: 'Sweets',
		brand: 'Sugar & Co',
		products: [
			['SWE-CHOC-70', 'Dark Chocolate 70 %, 100 g', 420, 'Single estate.'],
			['SWE-CHOC-MILK', 'Milk Chocolate, 100 g', 360, 'With a pinch of salt.'],
			['SWE-NOUGAT', 'Almond Nougat, 150 g', 495, 'Soft.'],
			['SWE-LIQUORICE', 'Salted Liquorice, 200 g', 410, 'Divides families.'],
			['SWE-GUMMY', 'Fruit Gummies, 200 g', 330, 'No gelatine.'],
			['SWE-BRULEE', 'Crème brûlée, 2 pieces', 690, 'Bring your own torch 🔥'],
			['SWE-CHRISTMAS', 'Christmas Pudding', 1890, 'Hidden until December.'],
		],
	},
	{
		category: 'Household',
		brand: 'Corner Shop',
		products: [
			['HOU-SOAP', 'Olive Soap, 150 g', 390, 'Unscented.'],
			['HOU-MUG-GOLD', 'Magic Mug', 1490, 'Shows its picture when the coffee is hot.'],
			['HOU-MUG-BLACK', 'Magic Mug', 1490, 'Shows its picture when the coffee is hot.'],
			['HOU-TOTE', 'Cotton Tote Bag', 850, 'Carries two loaves and a bottle.'],
			['HOU-CLOTH', 'Dish Cloths, 3 pieces', 620, 'Washable at 60 °C.'],
			['HOU-LIGHTER', 'Gas Lighter', 240, 'Not approved by the catalog review.'],
			['HOU-GIFT', 'Gift Voucher $50', 5000, 'Valid for three years.'],
		],
	},
];
