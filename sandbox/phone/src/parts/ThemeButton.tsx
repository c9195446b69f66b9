import { nextTheme, theme } from '../state/theme.mts';
import { IconButton } from './IconButton.tsx';

export function ThemeButton() {
	return (
		<IconButton icon={theme.value} label={`Colours: ${theme.value}. Change`} onClick={nextTheme} />
	);
}
