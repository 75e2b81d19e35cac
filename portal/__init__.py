"""What every page of the portal needs: who may open it, its frame, its forms, its audit."""
