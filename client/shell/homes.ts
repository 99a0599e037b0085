import { BookOpen, Building2, Handshake, Presentation } from '@lucide/vue'
import type { Component } from 'vue'

/** A view with its own start page and navigation; the words are the schema's. */
export type Home = 'LEARNER' | 'INSTRUCTOR' | 'PARTNER' | 'AGENCY'

export const homeIcons: Record<Home, Component> = { LEARNER: BookOpen, INSTRUCTOR: Presentation, PARTNER: Handshake, AGENCY: Building2 }
