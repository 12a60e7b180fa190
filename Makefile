# Two commands matter: « make run » and « make test ». Both work on a fresh Debian machine that has Swift.

.DEFAULT_GOAL := help
.PHONY: help run test

# Passed on to « cordee demo »: make run PORT=8081 DATA=/tmp/essai
PORT ?=
DATA ?=

help: ## Affiche cette aide
	@echo 'Cordée — commandes disponibles :'
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo 'Réglages : make run PORT=8081 DATA=/chemin/du/dossier'
	@echo 'La suite (service, TLS, clés, mise à jour) : README.md'

run: ## Installe ce qui manque, construit, puis ouvre la démonstration
	@outils/installer
	@outils/construire
	@echo 'Démarrage de la démonstration. Ctrl+C pour l’arrêter.'
	@exec .build/debug/cordee demo $(if $(DATA),--data '$(DATA)') $(if $(PORT),--port '$(PORT)')

test: ## Lance tous les contrôles et tous les tests (SQLite, PostgreSQL, navigateur)
	@outils/installer --tests
	@outils/tester
