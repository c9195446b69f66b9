import { render } from 'preact';
import { App } from './App.tsx';
import { start } from './state/live.mts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/chats.css';
import './styles/chat.css';
import './styles/cards.css';
import './styles/shop.css';
import './styles/business.css';

start();
render(<App />, document.getElementById('app') as HTMLElement);
